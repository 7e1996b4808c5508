/**
 * Traces for OpenTelemetry, by its standard environment variables: a span a request, sent by OTLP over HTTP.
 * The packages are loaded only where the variables ask for traces.
 */
import type { Ended } from './requests.ts';
import { within } from './within.ts';

export interface Tracing {
  onEnd(ended: Ended): void;
  /** Sends what is left; fails when it cannot be sent. */
  stop(): Promise<void>;
}

type Env = Record<string, string | undefined>;

/** OTEL_SDK_DISABLED, OTEL_TRACES_EXPORTER and the two endpoints decide; without an endpoint nothing is sent. */
export function asksForTraces(env: Env): boolean {
  if (env.OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true') return false;
  if (env.OTEL_TRACES_EXPORTER?.trim() === 'none') return false;
  return Boolean(
    env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?.trim() || env.OTEL_EXPORTER_OTLP_ENDPOINT?.trim(),
  );
}

/**
 * Endpoint, headers, compression, time limit and certificates are read from the environment by the exporter itself.
 * @param onLost hears that spans could not be sent
 */
export async function startTracing(
  env: Env,
  onLost: (why: string) => void,
): Promise<Tracing | null> {
  if (!asksForTraces(env)) return null;
  const [api, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const silent = () => {};
  const heard = (why: string) => onLost(why.slice(0, 300));
  api.diag.setLogger(
    { error: heard, warn: heard, info: silent, debug: silent, verbose: silent },
    { logLevel: api.DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const named = resources.detectResources({ detectors: [resources.envDetector] });
  const provider = new sdk.TracerProvider({
    resource: resources
      .resourceFromAttributes({ 'service.name': 'zhuzhen', 'process.pid': process.pid })
      .merge(named),
    sampler: samplerOf(env, sdk),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter(),
        ...given('scheduledDelayMillis', env.OTEL_BSP_SCHEDULE_DELAY),
        ...given('exportTimeoutMillis', env.OTEL_BSP_EXPORT_TIMEOUT),
        ...given('maxQueueSize', env.OTEL_BSP_MAX_QUEUE_SIZE),
        ...given('maxExportBatchSize', env.OTEL_BSP_MAX_EXPORT_BATCH_SIZE),
      }),
    ],
  });
  const tracer = provider.getTracer('zhuzhen');
  return {
    onEnd: ({ request, route, status, ms }) => {
      const now = Date.now();
      const caller = callerOf(request.headers.traceparent);
      const parent = caller
        ? api.trace.setSpanContext(api.ROOT_CONTEXT, { ...caller, isRemote: true })
        : api.ROOT_CONTEXT;
      const attributes = {
        'http.request.method': request.method,
        'http.route': route,
        'http.response.status_code': status,
        'url.scheme': request.protocol,
        'zhuzhen.request_id': request.id,
        ...(request.refusal ? { 'error.type': request.refusal } : {}),
      };
      const kind = api.SpanKind.SERVER;
      const options = { kind, startTime: now - ms, attributes };
      const span = tracer.startSpan(`${request.method} ${route}`, options, parent);
      if (status >= 500) span.setStatus({ code: api.SpanStatusCode.ERROR });
      span.end(now);
    },
    stop: () => within(3_000, () => provider.shutdown()),
  };
}

type Sdk = typeof import('@opentelemetry/sdk-trace');

function samplerOf(env: Env, sdk: Sdk) {
  const name = env.OTEL_TRACES_SAMPLER?.trim() || 'parentbased_always_on';
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG?.trim() || '1');
  const root = /always_off$/.test(name)
    ? new sdk.AlwaysOffSampler()
    : /traceidratio$/.test(name)
      ? new sdk.TraceIdRatioBasedSampler(ratio >= 0 && ratio <= 1 ? ratio : 1)
      : new sdk.AlwaysOnSampler();
  return name.startsWith('parentbased_') ? new sdk.ParentBasedSampler({ root }) : root;
}

/** A setting of the batches, where it is a number. */
function given(name: string, text: string | undefined): Record<string, number> {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? { [name]: Number(text) } : {};
}

/** Trace and span of whoever asked, by the W3C's traceparent. */
function callerOf(header: string | string[] | undefined) {
  const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(String(header ?? ''));
  const [, traceId = '', spanId = '', flags = ''] = found ?? [];
  if (/^0*$/.test(traceId) || /^0*$/.test(spanId)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) };
}
