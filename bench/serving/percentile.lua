done = function(summary, latency, requests)
  local failed = summary.errors.timeout + summary.errors.connect + summary.errors.read + summary.errors.status
  io.write(string.format("RESULT %.1f %.1f %d\n", summary.requests / summary.duration * 1e6, latency:percentile(95) / 1e3, failed))
end
