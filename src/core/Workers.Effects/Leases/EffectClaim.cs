namespace Workers.Effects.Leases;

/// <summary>The right to do one effect now.</summary>
/// <param name="Key">The same at every try: give it to the other side as its idempotency key.</param>
/// <param name="Fence">Grows with each claim: lets the other side refuse a successor's predecessor.</param>
public sealed record EffectClaim(string Key, long Fence);
