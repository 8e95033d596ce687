import type {
  DeliveriesAnswer,
  MappingBody,
  MappingPreview,
  MappingsAnswer,
  RefusedMessage,
  WebhookAnswer,
  WebhookBody,
  WebhookPutAnswer,
} from '@emulation/shared';
import { request } from './request.ts';
import type { WriteHeaders } from './versions.ts';

const at = (board: string, path: string) => `/boards/${encodeURIComponent(board)}/${path}`;

export const listWebhooks = (board: string, signal: AbortSignal) =>
  request<{ webhooks: WebhookAnswer[] }>(at(board, 'webhooks'), { signal });

export const putWebhook = (board: string, id: string, body: WebhookBody, headers: WriteHeaders) =>
  request<WebhookPutAnswer>(at(board, `webhooks/${id}`), { method: 'PUT', body, headers });

export const removeWebhook = (board: string, id: string) =>
  request<void>(at(board, `webhooks/${id}`), { method: 'DELETE' });

export const testWebhook = (board: string, id: string) =>
  request<{ outcome: string; status?: number; ms: number; detail: string }>(
    at(board, `webhooks/${id}/test`),
    { method: 'POST' },
  );

export const renewSecret = (board: string, id: string) =>
  request<{ secret: string }>(at(board, `webhooks/${id}/secret`), { method: 'POST' });

export const listDeliveries = (board: string, id: string, signal: AbortSignal) =>
  request<DeliveriesAnswer>(at(board, `webhooks/${id}/deliveries`), { signal });

export const listMappings = (board: string, signal: AbortSignal) =>
  request<MappingsAnswer>(at(board, 'mappings'), { signal });

export const putMapping = (board: string, id: string, body: MappingBody, headers: WriteHeaders) =>
  request<unknown>(at(board, `mappings/${id}`), { method: 'PUT', body, headers });

export const removeMapping = (board: string, id: string) =>
  request<void>(at(board, `mappings/${id}`), { method: 'DELETE' });

export const previewMapping = (board: string, body: MappingBody) =>
  request<MappingPreview>(at(board, 'mappings/preview'), { method: 'POST', body });

export const listRefused = (board: string, id: string, signal: AbortSignal) =>
  request<{ refused: RefusedMessage[] }>(at(board, `mappings/${id}/refused`), { signal });
