/** How the command line and the host that prints for it find each other's files. */

/** Names the folder to a program that is to print and end. */
export const printFolderVariable = 'STANDPOINT_PRINT_FOLDER';
/** A `PrintJob` as JSON. */
export const printJobFile = 'job.json';
/** The PDF; there once it is whole. */
export const printResultFile = 'result.pdf';
