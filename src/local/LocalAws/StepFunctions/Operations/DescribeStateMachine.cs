using LocalAws.Http;

namespace LocalAws.StepFunctions.Operations;

internal sealed record DescribeStateMachineRequest(string? StateMachineArn, string? ExecutionArn, string? IncludedData);

internal sealed record StateMachineDescription
{
    public required string StateMachineArn { get; init; }

    public required string Name { get; init; }

    public string? Status { get; init; }

    public required string Definition { get; init; }

    public required string RoleArn { get; init; }

    public string? Type { get; init; }

    public DateTimeOffset? CreationDate { get; init; }

    public DateTimeOffset? UpdateDate { get; init; }

    public required LoggingConfiguration LoggingConfiguration { get; init; }

    public required TracingConfiguration TracingConfiguration { get; init; }

    public EncryptionConfiguration? EncryptionConfiguration { get; init; }

    public string? RevisionId { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? VariableReferences { get; init; }
}

/// <summary>DescribeStateMachine and DescribeStateMachineForExecution.</summary>
internal sealed class DescribeStateMachine(Store store)
{
    /// <summary>The state machine as it is.</summary>
    public StateMachineDescription Run(DescribeStateMachineRequest request, AwsRequest aws)
    {
        Check("stateMachineArn", request.StateMachineArn, request.IncludedData);
        var machine = store.GetMachine(request.StateMachineArn);
        return Describe(machine, request) with
        {
            Status = machine.IsDeleting ? "DELETING" : "ACTIVE",
            Type = "STANDARD",
            CreationDate = machine.CreationDate,
        };
    }

    /// <summary>The state machine as it was when the execution began.</summary>
    public StateMachineDescription RunForExecution(DescribeStateMachineRequest request, AwsRequest aws)
    {
        Check("executionArn", request.ExecutionArn, request.IncludedData);
        var machine = store.GetExecution(request.ExecutionArn).Machine;
        return Describe(machine, request) with { UpdateDate = machine.UpdateDate };
    }

    private static void Check(string member, string? arn, string? data) =>
        new Constraints().Text(member, arn, 1, 256).OneOf("includedData", data, "ALL_DATA", "METADATA_ONLY").Check();

    private static StateMachineDescription Describe(StateMachine machine, DescribeStateMachineRequest request)
    {
        var references = machine.Definition.VariableReferences.Where(state => state.Value.Count > 0).ToDictionary();
        return new StateMachineDescription
        {
            StateMachineArn = machine.Arn,
            Name = machine.Name,

            // Without data, AWS shows what is no secret; the definition is a member that must be there.
            Definition = request.IncludedData == "METADATA_ONLY" ? "{}" : machine.Text,
            RoleArn = machine.RoleArn,
            LoggingConfiguration = machine.Logging,
            TracingConfiguration = machine.Tracing,
            EncryptionConfiguration = machine.Encryption,
            RevisionId = machine.RevisionId,
            VariableReferences = references.Count > 0 ? references : null,
        };
    }
}
