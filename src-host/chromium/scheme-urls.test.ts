import { describe, expect, it } from 'vitest';
import { fromHostUrl, toHostUrl } from './navigate.js';

const schemes = new Set(['app']);

describe('scheme URLs', () => {
  it.each([
    ['app://bundle/index.html', 'https://bundle.app.invalid/index.html'],
    ['app://bundle/a%20b.js?x=1#y', 'https://bundle.app.invalid/a%20b.js?x=1#y'],
    ['app://bundle/', 'https://bundle.app.invalid/']
  ])('shows %s as %s, and back', (program, host) => {
    expect(toHostUrl(program, schemes)).toBe(host);
    expect(fromHostUrl(host, schemes)).toBe(program);
  });

  it.each([
    'https://example.com/',
    'http://localhost:5173/index.html',
    'data:text/html,x',
    'other://bundle/x'
  ])('leaves %s alone', (url) => {
    expect(toHostUrl(url, schemes)).toBe(url);
    expect(fromHostUrl(url, schemes)).toBe(url);
  });

  it.each([
    'https://bundle.other.invalid/x',
    'http://bundle.app.invalid/x',
    'https://bundle.app.invalid.example.com/x',
    'https://user@bundle.app.invalid/x',
    'https://bundle.app.invalid:8443/x'
  ])('never takes %s for ours', (url) => {
    expect(fromHostUrl(url, schemes)).toBe(url);
  });

  it('cannot be led out of the scheme’s folder', () => {
    expect(toHostUrl('app://bundle/../../x', schemes)).toBe('https://bundle.app.invalid/x');
  });
});
