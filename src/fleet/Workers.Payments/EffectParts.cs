namespace Workers.Payments;

/// <summary>What the worker does once per order, as the claims' keys and the provider's idempotency keys name it.</summary>
internal static class EffectParts
{
    public const string Charge = "charge";
    public const string Refund = "refund";
}
