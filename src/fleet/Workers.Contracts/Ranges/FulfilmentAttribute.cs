using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>How an order's steps are led: one of <see cref="Fulfilment"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FulfilmentAttribute : ValidationAttribute, IHasPattern
{
    /// <summary>The values that there are.</summary>
    public static IReadOnlyList<string> Values { get; } = [Fulfilment.Orchestrated, Fulfilment.Choreographed];

    /// <summary>Marks a field as a fulfilment.</summary>
    public FulfilmentAttribute() => ErrorMessage = $"must be {string.Join(" or ", Values)}";

    /// <inheritdoc/>
    public string Pattern => $"^({string.Join('|', Values)})$";

    /// <summary>A value that is null is absent, hence in range.</summary>
    public override bool IsValid(object? value) => value is null || (value is string text && Values.Contains(text));
}
