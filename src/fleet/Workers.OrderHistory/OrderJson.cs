using System.Text.Json;
using System.Text.Json.Serialization;
using Workers.Events;
using Workers.Events.Reading;

namespace Workers.OrderHistory;

/// <summary>Writes an order as the JSON of its snapshot, and reads it.</summary>
public sealed class OrderJson(EventRegistry registry)
{
    private readonly SnapshotContext _json = new(new JsonSerializerOptions(SnapshotContext.Default.Options)
    {
        Converters = { new DetailConverter(registry) },
    });

    public string Write(Order order) => JsonSerializer.Serialize(order, _json.Order);

    /// <exception cref="JsonException">Somebody changed it: it is no order.</exception>
    public Order Read(string snapshot) =>
        JsonSerializer.Deserialize(snapshot, _json.Order) ?? throw new JsonException("The snapshot is null.");

    /// <summary>The details of what is pending, in whatever version they came.</summary>
    private sealed class DetailConverter(EventRegistry registry) : JsonConverter<IEventDetail>
    {
        public override IEventDetail Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var stored = JsonSerializer.Deserialize(ref reader, SnapshotContext.Default.StoredDetail)!;
            return registry.Restore(stored);
        }

        public override void Write(Utf8JsonWriter writer, IEventDetail value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, registry.Store(value), SnapshotContext.Default.StoredDetail);
    }
}

/// <summary>The JSON of snapshots.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(StoredDetail))]
internal sealed partial class SnapshotContext : JsonSerializerContext;
