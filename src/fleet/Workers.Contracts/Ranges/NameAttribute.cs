using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Name"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NameAttribute() : StringLengthAttribute(Limits.Name);
