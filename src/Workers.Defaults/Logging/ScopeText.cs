using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Parsing;

namespace Workers.Defaults.Logging;

/// <summary>Writes the scopes behind a developer's log line, <c>queue=inventory-queue</c>, without what the message already shows.</summary>
internal sealed class ScopeText : ILogEventEnricher
{
    private static readonly string[] Hidden = [WorkerLogging.WorkerProperty, Constants.SourceContextPropertyName, "EventId"];

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        var shown = logEvent.MessageTemplate.Tokens.OfType<PropertyToken>().Select(token => token.PropertyName);
        var scopes = logEvent.Properties
            .ExceptBy(shown.Concat(Hidden), property => property.Key)
            .Select(property => string.Create(CultureInfo.InvariantCulture, $" {property.Key}={property.Value:l}"));
        logEvent.AddPropertyIfAbsent(new("scopes", new ScalarValue(string.Concat(scopes))));
    }
}
