using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Id"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdAttribute : StringLengthAttribute
{
    public IdAttribute()
        : base(Limits.Id) => MinimumLength = 1;
}
