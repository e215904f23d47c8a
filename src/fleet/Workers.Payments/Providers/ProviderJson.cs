using System.Text.Json.Serialization;

namespace Workers.Payments.Providers;

/// <summary>The JSON of the provider's contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChargeBody))]
[JsonSerializable(typeof(RefundBody))]
[JsonSerializable(typeof(AnswerBody))]
internal sealed partial class ProviderJson : JsonSerializerContext;

/// <summary>What is posted to charge.</summary>
internal sealed record ChargeBody(string OrderId, string CustomerId, string PaymentId, decimal Amount);

/// <summary>What is posted to refund.</summary>
internal sealed record RefundBody(string OrderId, string PaymentId, decimal Amount, string Reference);

/// <summary>What comes back.</summary>
internal sealed record AnswerBody(string? Status = null, string? Reference = null, string? Code = null, string? Reason = null);
