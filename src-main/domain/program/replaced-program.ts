/** For the person, where the files of the program are no longer those that it was started from. */
export const replacedInWords =
  'Standpoint was updated or removed while it was open, so this part of it cannot be loaded. What you wrote is kept. Close the window and start Standpoint again.';
