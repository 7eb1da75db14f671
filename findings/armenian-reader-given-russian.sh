#!/usr/bin/env bash
# Guessed: a person whose language is not among the six of the United Nations is given the default that the program names.
# True: the matcher follows the table of the Unicode project, in which languages stand near others for want of better: Armenian, Belarusian, Kazakh,
#   Azerbaijani, Turkmen and Mongolian readers are given Russian, Catalan and Basque readers Spanish, Malagasy, Lingala and Wolof readers French.
#   The default is not looked at.
# Why a tracing desk meets it: in which language a State is spoken to is for that State to say; here a table says it, and an update of data changes
#   it.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @formatjs/intl-localematcher@0.10.1
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { match } from '@formatjs/intl-localematcher';
const { version } = JSON.parse(readFileSync('node_modules/@formatjs/intl-localematcher/package.json', 'utf8'));
const UNITED_NATIONS = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];
const ASKED = ['hy', 'be', 'kk', 'az', 'tk', 'mn', 'ca', 'eu', 'mg', 'ln', 'wo', 'uk', 'ka', 'so', 'pt'];
const seen = ASKED.map((language) => `${language}=${match([language], UNITED_NATIONS, 'en')}`).join(' ');
console.log(`@formatjs/intl-localematcher ${version}, Node ${process.version}, of ${UNITED_NATIONS.join(' ')}, default en`);
console.log(seen);
const known = 'hy=ru be=ru kk=ru az=ru tk=ru mn=ru ca=es eu=es mg=fr ln=fr wo=fr uk=en ka=en so=en pt=en';
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
