namespace LocalAws.StepFunctions.Language;

/// <summary>What is wrong with a definition.</summary>
/// <param name="Severity"><c>ERROR</c>.</param>
/// <param name="Code">The kind of mistake.</param>
/// <param name="Message">What it is.</param>
/// <param name="Location">Where it is, as <c>/States/A/Next</c>; null when it is everywhere.</param>
internal sealed record Diagnostic(string Severity, string Code, string Message, string? Location)
{
    public const string Schema = "SCHEMA_VALIDATION_FAILED";
    public const string MissingTarget = "MISSING_TRANSITION_TARGET";
    public const string InvalidJson = "INVALID_JSON_DESCRIPTION";
    public const string DuplicateName = "DUPLICATE_STATE_NAME";

    /// <summary>As it stands in the message of InvalidDefinition.</summary>
    public override string ToString() => Location is null ? $"{Code}: {Message}" : $"{Code}: {Message} at {Location}";
}
