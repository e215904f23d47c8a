using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Money"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MoneyAttribute() : RangeAttribute(0d, Limits.Money);
