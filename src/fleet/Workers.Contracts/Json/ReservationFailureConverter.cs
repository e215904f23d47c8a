using System.Text.Json.Serialization;
using Workers.Contracts.Events;

namespace Workers.Contracts.Json;

/// <summary>Reasons by name, never by number.</summary>
internal sealed class ReservationFailureConverter()
    : JsonStringEnumConverter<ReservationFailure>(namingPolicy: null, allowIntegerValues: false);
