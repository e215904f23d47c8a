using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;
using Serilog.Formatting.Json;

namespace Workers.Defaults.Logging;

/// <summary>
/// Writes one JSON object per line, flat, so that <c>jq 'select(.correlationId == "…")'</c> is a query: <c>time</c>, <c>level</c>,
/// <c>message</c>, <c>exception</c> where there is one, then every property under its own name.
/// </summary>
public sealed class JsonLines : ITextFormatter
{
    // Texts in the message stand without quotes.
    private readonly MessageTemplateTextFormatter _message = new("{Message:l}", CultureInfo.InvariantCulture);
    private readonly JsonValueFormatter _values = new(typeTagName: null);

    /// <inheritdoc/>
    public void Format(LogEvent logEvent, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        ArgumentNullException.ThrowIfNull(output);

        output.Write($"{{\"time\":\"{logEvent.Timestamp.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\",\"level\":\"{logEvent.Level}\",\"message\":");
        JsonValueFormatter.WriteQuotedJsonString(MessageOf(logEvent), output);
        if (logEvent.Exception is { } exception)
        {
            output.Write(",\"exception\":");
            JsonValueFormatter.WriteQuotedJsonString(exception.ToString(), output);
        }

        foreach (var (name, value) in logEvent.Properties)
        {
            output.Write(',');
            JsonValueFormatter.WriteQuotedJsonString(IsTaken(name) ? $"_{name}" : name, output);
            output.Write(':');
            _values.Format(value, output);
        }

        output.WriteLine('}');
    }

    private string MessageOf(LogEvent logEvent)
    {
        using var message = new StringWriter(CultureInfo.InvariantCulture);
        _message.Format(logEvent, message);
        return message.ToString();
    }

    private static bool IsTaken(string name) => name is "time" or "level" or "message" or "exception";
}
