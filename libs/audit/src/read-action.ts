const READING_VERBS: readonly string[] = ['consult', 'list', 'open', 'read', 'require', 'search', 'view'];

/** Whether an action (`disclosure.open`, `tracing_request.read_question`) looks at something and changes nothing. */
export function isReadAction(action: string): boolean {
  const verb = action.split('.').at(-1)?.split('_')[0] ?? '';
  return READING_VERBS.includes(verb);
}
