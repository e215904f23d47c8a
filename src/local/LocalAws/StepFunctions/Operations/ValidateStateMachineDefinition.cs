using LocalAws.Http;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Operations;

internal sealed record ValidateStateMachineDefinitionRequest(string? Definition, string? Type, string? Severity, int? MaxResults);

internal sealed record ValidateStateMachineDefinitionResponse(string Result, IReadOnlyList<Diagnostic> Diagnostics, bool Truncated);

/// <summary>ValidateStateMachineDefinition.</summary>
internal sealed class ValidateStateMachineDefinition(MachineSettings settings)
{
    private const int Most = 100;

    /// <summary>Says what is wrong with a definition. There are errors here and no warnings.</summary>
    public ValidateStateMachineDefinitionResponse Run(ValidateStateMachineDefinitionRequest request, AwsRequest aws)
    {
        new Constraints()
            .Require("definition", request.Definition)
            .Length("definition", request.Definition, 0, MachineSettings.LongestDefinition)
            .OneOf("type", request.Type, "STANDARD", "EXPRESS")
            .OneOf("severity", request.Severity, "ERROR", "WARNING")
            .Range("maxResults", request.MaxResults, 0, Most)
            .Check();
        if (request.Type == "EXPRESS")
        {
            throw StepFunctionsErrors.Validation("LocalAws runs STANDARD state machines; the type EXPRESS is not supported");
        }

        var diagnostics = settings.Read(request.Definition!).Diagnostics;
        var most = request.MaxResults is > 0 and var wanted ? wanted : Most;
        return new ValidateStateMachineDefinitionResponse(
            diagnostics.Count == 0 ? "OK" : "FAIL", [.. diagnostics.Take(most)], diagnostics.Count > most);
    }
}
