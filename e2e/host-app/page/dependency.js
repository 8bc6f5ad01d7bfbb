export const fixed = 'static import';
