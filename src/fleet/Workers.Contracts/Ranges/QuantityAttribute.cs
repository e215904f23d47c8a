using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Quantity"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class QuantityAttribute() : RangeAttribute(1, Limits.Quantity);
