using LocalAws.Http;

namespace LocalAws.StepFunctions.Operations;

internal sealed record UpdateStateMachineRequest
{
    public string? StateMachineArn { get; init; }

    public string? Definition { get; init; }

    public string? RoleArn { get; init; }

    public LoggingConfiguration? LoggingConfiguration { get; init; }

    public TracingConfiguration? TracingConfiguration { get; init; }

    public EncryptionConfiguration? EncryptionConfiguration { get; init; }

    public bool? Publish { get; init; }

    public string? VersionDescription { get; init; }
}

internal sealed record UpdateStateMachineResponse(DateTimeOffset UpdateDate, string RevisionId);

/// <summary>UpdateStateMachine.</summary>
internal sealed class UpdateStateMachine(Store store, MachineSettings settings, TimeProvider time)
{
    /// <summary>Changes what is given; executions that run go on as they began.</summary>
    public UpdateStateMachineResponse Run(UpdateStateMachineRequest request, AwsRequest aws)
    {
        new Constraints()
            .Text("stateMachineArn", request.StateMachineArn, 1, 256)
            .Length("definition", request.Definition, 1, MachineSettings.LongestDefinition)
            .Length("roleArn", request.RoleArn, 1, 256)
            .Encryption(request.EncryptionConfiguration)
            .Check();
        MachineSettings.RefuseVersions(request.Publish, request.VersionDescription);
        if ((request.Definition ?? request.RoleArn) is null
            && request is { LoggingConfiguration: null, TracingConfiguration: null, EncryptionConfiguration: null })
        {
            throw new AwsException(
                "MissingRequiredParameter",
                "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
        }

        var arn = store.GetMachine(request.StateMachineArn).Arn;
        if (request.RoleArn is { } role)
        {
            MachineSettings.CheckRole(role);
        }

        MachineSettings.CheckLogging(request.LoggingConfiguration);
        var definition = request.Definition is { } text ? settings.Compile(text) : null;
        var updated = store.ChangeMachine(arn, machine => machine.IsDeleting ? throw StepFunctionsErrors.Deleting(arn) : Change(machine));
        return new UpdateStateMachineResponse(updated.UpdateDate, updated.RevisionId!);

        StateMachine Change(StateMachine machine) => Revise(machine, machine with
        {
            Text = request.Definition ?? machine.Text,
            Definition = definition ?? machine.Definition,
            RoleArn = request.RoleArn ?? machine.RoleArn,
            Logging = request.LoggingConfiguration ?? machine.Logging,
            Tracing = request.TracingConfiguration ?? machine.Tracing,
            Encryption = request.EncryptionConfiguration ?? machine.Encryption,
            UpdateDate = time.GetUtcNow(),
        });
    }

    // An update that changes nothing is the revision that there is.
    private static StateMachine Revise(StateMachine before, StateMachine after) =>
        before.RevisionId is not null && before.RoleArn == after.RoleArn && before.HasSameContent(after)
            ? after
            : after with { RevisionId = Guid.NewGuid().ToString() };
}
