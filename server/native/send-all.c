/* One message to many sockets in one call: what `server/src/gateway/direct-send.ts` is faster with.
 *
 *   sendAll(descriptors: Int32Array, count: number, bytes: Uint8Array, taken: Int32Array): number
 *
 * Writes to `taken[i]` how many bytes the kernel took for `descriptors[i]`, or -1 where sending failed,
 * and answers for how many it did not take all. Never waits, and keeps nothing. */
#include <errno.h>
#include <node_api.h>
#include <sys/socket.h>

static napi_value complain(napi_env env, const char *what) {
  napi_throw_type_error(env, NULL, what);
  return NULL;
}

static int32_t send_one(int descriptor, const void *bytes, size_t size) {
  for (;;) {
    ssize_t sent = send(descriptor, bytes, size, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent >= 0) return (int32_t)sent;
    if (errno == EINTR) continue;
    return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
  }
}

static napi_value send_all(napi_env env, napi_callback_info info) {
  napi_value arguments[4], answer;
  size_t given = 4, places, rooms, size;
  uint32_t count, unfinished = 0;
  napi_typedarray_type kinds[3];
  void *descriptors, *bytes, *taken;
  if (napi_get_cb_info(env, info, &given, arguments, NULL, NULL) != napi_ok || given != 4)
    return complain(env, "sendAll takes four arguments");
  if (napi_get_typedarray_info(env, arguments[0], &kinds[0], &places, &descriptors, NULL, NULL) != napi_ok ||
      napi_get_value_uint32(env, arguments[1], &count) != napi_ok ||
      napi_get_typedarray_info(env, arguments[2], &kinds[1], &size, &bytes, NULL, NULL) != napi_ok ||
      napi_get_typedarray_info(env, arguments[3], &kinds[2], &rooms, &taken, NULL, NULL) != napi_ok)
    return complain(env, "sendAll takes Int32Array, number, Uint8Array, Int32Array");
  if (kinds[0] != napi_int32_array || kinds[1] != napi_uint8_array || kinds[2] != napi_int32_array)
    return complain(env, "sendAll takes Int32Array, number, Uint8Array, Int32Array");
  if (count > places || count > rooms || size > INT32_MAX)
    return complain(env, "sendAll has more to send than its arrays hold");
  for (uint32_t at = 0; at < count; at++) {
    int32_t sent = send_one(((const int32_t *)descriptors)[at], bytes, size);
    ((int32_t *)taken)[at] = sent;
    if (sent < 0 || (size_t)sent < size) unfinished++;
  }
  return napi_create_uint32(env, unfinished, &answer) == napi_ok ? answer : NULL;
}

NAPI_MODULE_INIT() {
  napi_value function;
  if (napi_create_function(env, "sendAll", NAPI_AUTO_LENGTH, send_all, NULL, &function) != napi_ok ||
      napi_set_named_property(env, exports, "sendAll", function) != napi_ok)
    return NULL;
  return exports;
}
