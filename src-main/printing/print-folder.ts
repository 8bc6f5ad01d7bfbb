/** How the command line and the host that prints for it find each other's files. */

/** How the folder's name begins. */
export const printFolderPrefix = 'standpoint-print-';
/** Names the folder to a program that is to print and end. */
export const printFolderVariable = 'STANDPOINT_PRINT_FOLDER';
/** A `DocumentJob` as JSON. */
export const printJobFile = 'job.json';
/** A sentence for the person, where there is something to say of the PDF; there before it. */
export const printRemarkFile = 'remark.txt';
/** The PDF; there once it is whole. */
export const printResultFile = 'result.pdf';
