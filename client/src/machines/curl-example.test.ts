import { expect, it } from 'vitest';
import { curlExample } from './curl-example.ts';

const example = {
  origin: 'https://board.example',
  board: 'plant',
  secret: 't~plant~1~s',
  anyUnit: 'press-1',
  anyMetric: 'output',
};

it('[MT7] the example posts what the token is for, or reads the board, as one command of a shell', () => {
  const post = curlExample({ ...example, token: { right: 'post', units: ['press-7'] } });
  expect(post).toContain("curl 'https://board.example/api/v1/boards/plant/results' \\\n");
  expect(post).toContain("'authorization: Bearer t~plant~1~s'");
  expect(post).toContain(`'{"unit":"press-7","metric":"output","value":"1"}'`);
  const read = curlExample({ ...example, token: { right: 'read' } });
  expect(read).toBe(
    "curl -H 'authorization: Bearer t~plant~1~s' 'https://board.example/api/v1/boards/plant'",
  );
});

it('[MT7] nothing in it leaves its quotes', () => {
  const odd = curlExample({ ...example, secret: "x'; rm -rf /", token: { right: 'read' } });
  expect(odd).toContain("Bearer x'\\''; rm -rf /'");
});
