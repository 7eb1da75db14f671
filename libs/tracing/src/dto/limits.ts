// The lengths and counts that input keeps to. A text that is longer belongs in an attachment.

/** A reference, a make, a serial number as read. */
export const LINE = 200;
/** Why something is unknown, urgent or cannot be guaranteed. */
export const REASON = 1_000;
/** Circumstances, legal justification, details, remarks. */
export const NARRATIVE = 10_000;

/** Firearms of one batch: what a person can look through at one table. */
export const BATCH_FIREARMS = 200;
export const MARKINGS = 50;
export const COMPONENTS = 20;
export const IMPORT_MARKS = 20;
export const RESPONSE_ITEMS = 50;
/** More firearms than this that could be meant are no identification. */
export const CANDIDATES = 20;
export const ITEM_PARTIES = 10;
export const ITEM_FILES = 10;
export const AUTHORITIES = 10;
/** An item's number within its request, `12.34`. */
export const ITEM_NUMBER = 9;

/** Years a firearm may bear. Whether a year is still to come is for the use case, which knows the business time. */
export const FIRST_YEAR = 1500;
export const LAST_YEAR = 2100;

export const PAGE_SIZE = 50;
export const LARGEST_PAGE = 100;
