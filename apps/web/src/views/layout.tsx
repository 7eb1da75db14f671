import { DIRECTIONS, LANGUAGES, LANGUAGE_NAMES, stateName } from '@tracedesk/language';
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { ASSETS } from '../assets/assets.js';
import type { PageContext, SignedInView } from './page-context.js';

export interface LayoutProps {
  readonly page: PageContext;
  readonly title: string;
  /** The title announces that something has to be corrected. */
  readonly hasErrors?: boolean;
  readonly children: ComponentChildren;
}

/** The HTML of a page, ready to send. */
export function htmlOf(view: VNode): string {
  return `<!doctype html>${render(view)}`;
}

/** What stands around every page: skip link, banner, navigation, one main region. The page brings its own `h1`. */
export function Layout({ page, title, hasErrors = false, children }: LayoutProps): VNode {
  const { t, language } = page;
  return (
    <html lang={language} dir={DIRECTIONS[language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{t(hasErrors ? 'page.titleWithErrors' : 'page.title', { title })}</title>
        <link rel="stylesheet" href={ASSETS['desk.css'].path} />
        <link rel="icon" href={ASSETS['mark.svg'].path} />
        <script src={ASSETS['desk.js'].path} defer />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('frame.skip')}
        </a>
        <header class="frame">
          <div class="bar">
            <a class="brand" href="/">
              {t('app.name')}
            </a>
            {page.demonstration && (
              <p class="demonstration">
                <strong>{t('frame.demonstration')}</strong> {!page.person && t('frame.demonstration.about')}
              </p>
            )}
            {page.person && <SignedIn page={page} person={page.person} />}
            <LanguageSwitch page={page} />
          </div>
          {page.person && page.person.places.length > 0 && <Navigation page={page} person={page.person} />}
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="frame">
          <p>{t('app.purpose')}</p>
          <p>{t('frame.time')}</p>
        </footer>
      </body>
    </html>
  );
}

function LanguageSwitch({ page }: { readonly page: PageContext }): VNode {
  return (
    <form class="language" method="post" action="/language" aria-label={page.t('frame.language')}>
      {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
      <input type="hidden" name="_next" value={page.path} />
      {LANGUAGES.map((language) => (
        <button
          class="plain"
          name="language"
          value={language}
          lang={language}
          aria-pressed={language === page.language ? 'true' : 'false'}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </form>
  );
}

function SignedIn({ page: { t, language }, person }: { readonly page: PageContext; readonly person: SignedInView }): VNode {
  const state = stateName(person.state, language);
  return (
    <div class="person">
      <p>
        <strong>{state}</strong> <span dir="auto">{person.displayName}</span>, {t(`role.${person.role}`)}
      </p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="_csrf" value={person.csrfToken} />
        <button class="plain">{t('frame.signOut')}</button>
      </form>
    </div>
  );
}

const LISTS = [
  'incoming',
  'outgoing',
  'drafts',
  'search',
  'cases',
  'consents',
  'notices',
  'directory',
  'reports',
  'deadline-profiles',
] as const;
const COUNTED = ['incoming', 'outgoing', 'drafts', 'notices'] as const;
const MOST_COUNTED = 99;
/** Leads there from everywhere, where the script runs and the reader has not switched it off. */
const SEARCH_KEY = '/';

function Navigation({ page, person }: { readonly page: PageContext; readonly person: SignedInView }): VNode {
  const { t } = page;
  return (
    <nav aria-label={t('frame.navigation')}>
      <ul>
        {LISTS.filter((place) => person.places.includes(place)).map((place) => {
          const counted = COUNTED.find((one) => one === place);
          const count = counted ? (person.counts?.[counted] ?? 0) : 0;
          return (
            <li>
              <a
                href={`/${place}`}
                aria-current={page.path === `/${place}` ? 'page' : undefined}
                data-key={place === 'search' && !page.withoutKeys ? SEARCH_KEY : undefined}
              >
                {t(`nav.${place}`)}
                {count > 0 && (
                  <>
                    {' '}
                    <span class="count">
                      {count > MOST_COUNTED ? t('nav.countMore', { count: MOST_COUNTED }) : t('nav.count', { count })}
                    </span>
                  </>
                )}
              </a>
            </li>
          );
        })}
        {person.places.includes('new') && (
          <li class="last">
            <a class="new" href="/tracing-requests/new" aria-current={page.path === '/tracing-requests/new' ? 'page' : undefined}>
              {t('nav.new')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
