namespace LocalAws.EventBridge.Inputs;

/// <summary>A piece of a template: a literal text, or a variable.</summary>
/// <param name="Text">The text, or the variable's name.</param>
/// <param name="IsVariable">Which of the two it is.</param>
/// <param name="IsInString">Whether it stands between quotation marks.</param>
internal readonly record struct TemplatePart(string Text, bool IsVariable, bool IsInString);
