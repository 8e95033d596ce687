import type { FastifyRequest } from 'fastify';

const hostForm = /^[\w.:[\]-]+$/;

/** The origin under which people reach this server: for links that are read elsewhere. */
export function originOf(request: FastifyRequest, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const host = hostForm.test(request.host) ? request.host : 'localhost';
  return `${request.protocol}://${host}`;
}
