using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Stock"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StockAttribute() : RangeAttribute(0, Limits.Stock);
