export function twoSizedFiles() {
  return [];
}
