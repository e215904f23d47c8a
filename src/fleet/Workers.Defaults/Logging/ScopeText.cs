using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Workers.Defaults.Logging;

/// <summary>
/// Writes the scopes behind a developer's log line, <c>queue=inventory-queue</c>, without what the message already shows. A line about
/// which nothing must be done leaves the long ids out, so that it fits a window; the JSON lines of a container have everything.
/// </summary>
internal sealed class ScopeText : ILogEventEnricher
{
    private static readonly string[] Long = ["queue", "messageId", "correlationId", "traceId", "spanId"];
    private static readonly string[] Hidden = [WorkerLogging.WorkerProperty, Constants.SourceContextPropertyName, "EventId"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var shown = logEvent.MessageTemplate.Tokens.OfType<PropertyToken>().Select(token => token.PropertyName);
        var scopes = logEvent.Properties
            .ExceptBy(shown.Concat(Hidden), property => property.Key)
            .Where(property => logEvent.Level >= LogEventLevel.Warning || !Long.Contains(property.Key))
            .Select(property => $" {property.Key}={TextOf(property.Value)}");
        logEvent.AddPropertyIfAbsent(new("scopes", new ScalarValue(string.Concat(scopes))));
    }

    // Only strings know the format that leaves their quotes out.
    private static string TextOf(LogEventPropertyValue value) =>
        value is ScalarValue { Value: string text } ? text : value.ToString(null, CultureInfo.InvariantCulture);
}
