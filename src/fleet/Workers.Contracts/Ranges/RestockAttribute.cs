using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Restock"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RestockAttribute() : RangeAttribute(1, Limits.Stock);
