using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Serilog.Core;
using Serilog.Extensions.Logging;

namespace Workers.Defaults.Telemetry;

/// <summary>Lets another log have what Serilog's levels let its sinks have, so that levels are set in one place.</summary>
internal sealed class SerilogLevels(Serilog.ILogger log)
{
    private readonly ConcurrentDictionary<string, Serilog.ILogger> _categories = [];

    public bool Include(string? category, LogLevel level) =>
        _categories
            .GetOrAdd(category ?? "", static (name, log) => log.ForContext(Constants.SourceContextPropertyName, name), log)
            .IsEnabled(LevelConvert.ToSerilogLevel(level));
}
