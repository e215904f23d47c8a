using LocalAws.Http;
using LocalAws.StepFunctions.Language;

namespace LocalAws.StepFunctions.Operations;

internal sealed record CreateStateMachineRequest
{
    public string? Name { get; init; }

    public string? Definition { get; init; }

    public string? RoleArn { get; init; }

    public string? Type { get; init; }

    public LoggingConfiguration? LoggingConfiguration { get; init; }

    public TracingConfiguration? TracingConfiguration { get; init; }

    public EncryptionConfiguration? EncryptionConfiguration { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }

    public bool? Publish { get; init; }

    public string? VersionDescription { get; init; }
}

internal sealed record CreateStateMachineResponse(string StateMachineArn, DateTimeOffset CreationDate);

/// <summary>CreateStateMachine.</summary>
internal sealed class CreateStateMachine(Store store, MachineSettings settings, TimeProvider time)
{
    /// <summary>Makes a state machine. Asked the same again, it answers the same and changes nothing: role and tags do not count.</summary>
    public CreateStateMachineResponse Run(CreateStateMachineRequest request, AwsRequest aws)
    {
        new Constraints()
            .Text("name", request.Name, 1, 80)
            .Text("definition", request.Definition, 1, MachineSettings.LongestDefinition)
            .Text("roleArn", request.RoleArn, 1, 256)
            .OneOf("type", request.Type, "STANDARD", "EXPRESS")
            .Tags(request.Tags)
            .Encryption(request.EncryptionConfiguration)
            .Check();
        Names.Check(request.Name!);
        MachineSettings.RefuseVersions(request.Publish, request.VersionDescription);
        if (request.Type == "EXPRESS")
        {
            throw StepFunctionsErrors.TypeNotSupported("LocalAws runs STANDARD state machines; EXPRESS is not supported");
        }

        MachineSettings.CheckRole(request.RoleArn!);
        MachineSettings.CheckLogging(request.LoggingConfiguration);
        var now = time.GetUtcNow();
        var machine = new StateMachine(new StatesArn(aws.Region, StatesArn.StateMachine, request.Name!).ToString(), request.Name!)
        {
            Text = request.Definition!,
            Definition = settings.Compile(request.Definition!),
            RoleArn = request.RoleArn!,
            CreationDate = now,
            UpdateDate = now,
            Logging = request.LoggingConfiguration ?? new(),
            Tracing = request.TracingConfiguration ?? new(),
            Encryption = request.EncryptionConfiguration,
        };
        var made = store.AddMachine(machine, request.Tags);
        return made switch
        {
            { IsDeleting: true } => throw StepFunctionsErrors.Deleting(made.Arn),
            _ when made.HasSameContent(machine) => new CreateStateMachineResponse(made.Arn, made.CreationDate),
            _ => throw StepFunctionsErrors.StateMachineExists(made.Arn),
        };
    }
}

/// <summary>Checks what a state machine is made or changed with.</summary>
internal sealed class MachineSettings(IServiceCalls calls)
{
    public const int LongestDefinition = 1_048_576;

    /// <exception cref="AwsException">The definition has mistakes; the message names them all.</exception>
    public MachineDefinition Compile(string definition)
    {
        var (compiled, diagnostics) = Read(definition);
        return compiled ?? throw StepFunctionsErrors.InvalidDefinition(string.Join(", ", diagnostics));
    }

    /// <summary>Reads a definition; it is null when there are mistakes.</summary>
    public (MachineDefinition? Definition, IReadOnlyList<Diagnostic> Diagnostics) Read(string definition) =>
        DefinitionReader.Read(definition, (resource, parameters) => Tasks.Integration.Refuse(resource, parameters, calls));

    /// <summary>Reads one state; it is null when there are mistakes.</summary>
    public (State? State, IReadOnlyList<Diagnostic> Diagnostics) ReadState(string definition, string name) =>
        DefinitionReader.ReadState(definition, name, (resource, parameters) => Tasks.Integration.Refuse(resource, parameters, calls));

    public static void CheckRole(string roleArn)
    {
        if (!roleArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw StepFunctionsErrors.InvalidArn($"Invalid ARN prefix: {roleArn}");
        }
    }

    public static void CheckLogging(LoggingConfiguration? logging)
    {
        new Constraints().OneOf("loggingConfiguration.level", logging?.Level, "ALL", "ERROR", "FATAL", "OFF").Check();
        if (logging is { Level: not "OFF", Destinations: null or { Count: not 1 } })
        {
            throw StepFunctionsErrors.InvalidLogging("Must specify exactly one Log Destination.");
        }

        if (logging?.Destinations?.Any(destination => destination.CloudWatchLogsLogGroup?.LogGroupArn is null) == true)
        {
            throw StepFunctionsErrors.InvalidLogging("Log Destination must have a CloudWatch log group.");
        }
    }

    public static void RefuseVersions(bool? publish, string? description)
    {
        if (publish == true)
        {
            throw StepFunctionsErrors.Validation("LocalAws has no versions of state machines: publish is not supported");
        }

        if (description is not null)
        {
            throw StepFunctionsErrors.Validation("Version description can only be set when publish is true");
        }
    }
}
