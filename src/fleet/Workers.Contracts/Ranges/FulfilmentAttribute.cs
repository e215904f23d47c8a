namespace Workers.Contracts.Ranges;

/// <summary>How an order's steps are led: one of <see cref="Fulfilment"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FulfilmentAttribute : RegularExpressionTextAttribute
{
    /// <summary>Marks a field as a fulfilment.</summary>
    public FulfilmentAttribute()
        : base(
            $"^({Fulfilment.Orchestrated}|{Fulfilment.Choreographed})$",
            Fulfilment.Orchestrated.Length,
            Fulfilment.Choreographed.Length,
            $"must be {Fulfilment.Orchestrated} or {Fulfilment.Choreographed}")
    {
    }
}
