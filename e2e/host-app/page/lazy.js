export const late = 'dynamic import';
