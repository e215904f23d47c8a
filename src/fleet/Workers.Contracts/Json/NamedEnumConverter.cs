using System.Text.Json.Serialization;

namespace Workers.Contracts.Json;

/// <summary>Values by name, never by number.</summary>
internal sealed class NamedEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
