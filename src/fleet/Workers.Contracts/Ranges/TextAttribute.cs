using System.ComponentModel.DataAnnotations;

namespace Workers.Contracts.Ranges;

/// <summary>Says in schemas what <see cref="Findings.Text"/> checks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextAttribute() : StringLengthAttribute(Limits.Text);
