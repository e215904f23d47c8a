namespace Workers.IntegrationTests.Telemetry;

/// <summary>Reads OTLP's <c>KeyValue</c> messages, whatever the type of the value, as text.</summary>
internal static class OtlpAttributes
{
    public static IReadOnlyDictionary<string, string> Attributes(this ProtoMessage message, int field) =>
        message.Messages(field).ToDictionary(pair => pair.Text(1), pair => pair.Messages(2).Select(ValueOf).FirstOrDefault(""));

    private static string ValueOf(ProtoMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(3) ? $"{value.Number(3)}"
        : "";
}
