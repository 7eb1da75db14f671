/** Why a table that a person brings, of firearms or of contact points, cannot be read, or one row of it. */
export const tables = {
  'problem.TABLE_NOT_UTF8': 'The table is not text in UTF-8',
  'problem.TABLE_NOT_UTF8.help':
    'A spreadsheet’s plain “CSV” is often Windows-1252, in which letters would be exchanged without a word. Save it as “CSV UTF-8” and choose that file.',
  'problem.TABLE_IS_A_WORKBOOK': 'The file is a workbook, not a table',
  'problem.TABLE_IS_A_WORKBOOK.help': 'Open it in the spreadsheet, save the sheet as “CSV UTF-8” and choose that file.',
  'problem.TABLE_ROW_UNREADABLE': 'This row cannot be read',
  'problem.TABLE_ROW_UNREADABLE.help': 'A quotation mark has no other half, or something stands behind the second one.',
  'problem.TABLE_CELL_WITHOUT_COLUMN': 'A cell of this row stands in column {column}, which has no name',
  'problem.TABLE_CELL_WITHOUT_COLUMN.help':
    'Name the column, empty the cell, or put a text that holds the separating sign in quotation marks.',
  'problem.TABLE_CELL_REWORKED':
    'A spreadsheet seems to have made {kind, select, decimal {a decimal number} exponent {a rounded number} zero {a number without its signs at either end} date {a date} time {a time} other {an error}} of what stood here',
  'problem.TABLE_CELL_REWORKED.help':
    'Make the column a text column, and write the cell again from the firearm or the record. If it is marked so, put an apostrophe before it.',
} as const;
