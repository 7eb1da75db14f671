/** A release of the IANA time zone database: the year and a letter, `2025c`. After `z` would come `za`, so text order is theirs. */
const RELEASE = /^(\d{4})[a-z]{1,2}$/;

export function isZoneDataVersion(text: string): boolean {
  return RELEASE.test(text);
}

/** Whether one release came after the other. What is no release is newer than nothing. */
export function isNewerZoneData(one: string, other: string): boolean {
  return isZoneDataVersion(one) && (!isZoneDataVersion(other) || one > other);
}

/** Whether these data are older than a year, for certain: a release does not tell its day, so it is taken to be of the last of its year. */
export function isZoneDataOld(version: string, now: Date): boolean {
  return now.getUTCFullYear() > Number(RELEASE.exec(version)?.[1] ?? 0) + 1;
}

/** What health warns of: data older than a year, and other processes of the desk that count with others. */
export function zoneDataWarning(own: string, others: readonly string[], now: Date): string | null {
  const differing = [...new Set(others)].filter((version) => version !== own).sort();
  const warnings = [
    ...(isZoneDataOld(own, now) ? [`the zone data are of ${own}, older than a year: npm run admin -- zone-data`] : []),
    ...(differing.length === 0 ? [] : [`other processes count days with ${differing.join(', ')}, this one with ${own}`]),
  ];
  return warnings.length === 0 ? null : warnings.join('; ');
}
