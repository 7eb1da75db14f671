const SHAPE = /^[a-z][a-z0-9._-]{1,39}$/;

/** A sign-in name as it is kept: small letters, within one State. */
export function signInNameFrom(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Whether a new person may be given this name. */
export function isSignInName(name: string): boolean {
  return SHAPE.test(name);
}
