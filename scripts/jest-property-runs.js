/** `npm run prove` asks each property far more often than a check before a commit can. */
const runs = Number(process.env.PROPERTY_RUNS);
if (runs > 0) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ numRuns: runs });
}
