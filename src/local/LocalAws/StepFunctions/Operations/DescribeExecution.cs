using LocalAws.Http;
using LocalAws.StepFunctions.Executions;

namespace LocalAws.StepFunctions.Operations;

internal sealed record DescribeExecutionRequest(string? ExecutionArn, string? IncludedData);

internal sealed record DataDetails(bool Included);

internal sealed record ExecutionDescription
{
    public required string ExecutionArn { get; init; }

    public required string StateMachineArn { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public DateTimeOffset? StopDate { get; init; }

    public string? Input { get; init; }

    public DataDetails? InputDetails { get; init; }

    public string? Output { get; init; }

    public DataDetails? OutputDetails { get; init; }

    public string? TraceHeader { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public int RedriveCount { get; init; }

    public DateTimeOffset? RedriveDate { get; init; }

    public string? RedriveStatus { get; init; }

    public string? RedriveStatusReason { get; init; }

    /// <summary>The execution as it is.</summary>
    public static ExecutionDescription Of(Execution execution, bool withData) => new()
    {
        ExecutionArn = execution.Arn,
        StateMachineArn = execution.Machine.Arn,
        Name = execution.Name,
        Status = execution.Status,
        StartDate = execution.StartDate,
        StopDate = execution.StopDate,
        Input = withData ? execution.Input : null,
        InputDetails = new DataDetails(withData),
        Output = withData ? execution.Output : null,
        OutputDetails = execution.Output is null ? null : new DataDetails(withData),
        TraceHeader = execution.TraceHeader,
        Error = withData ? execution.Error : null,
        Cause = withData ? execution.Cause : null,
        RedriveCount = execution.RedriveCount,
        RedriveDate = execution.RedriveDate,
        RedriveStatus = Redriving.Refuse(execution) is null ? "REDRIVABLE" : "NOT_REDRIVABLE",
        RedriveStatusReason = Redriving.Refuse(execution),
    };
}

/// <summary>DescribeExecution.</summary>
internal sealed class DescribeExecution(Store store)
{
    public ExecutionDescription Run(DescribeExecutionRequest request, AwsRequest aws)
    {
        new Constraints()
            .Text("executionArn", request.ExecutionArn, 1, 256)
            .OneOf("includedData", request.IncludedData, "ALL_DATA", "METADATA_ONLY")
            .Check();
        return store.GetExecution(request.ExecutionArn)
            .Read(execution => ExecutionDescription.Of(execution, request.IncludedData != "METADATA_ONLY"));
    }
}
