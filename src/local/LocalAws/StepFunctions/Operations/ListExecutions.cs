using LocalAws.Http;
using LocalAws.StepFunctions.Executions;

namespace LocalAws.StepFunctions.Operations;

internal sealed record ListExecutionsRequest
{
    public string? StateMachineArn { get; init; }

    public string? MapRunArn { get; init; }

    public string? StatusFilter { get; init; }

    public string? RedriveFilter { get; init; }

    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }
}

internal sealed record ListExecutionsResponse(IReadOnlyList<ExecutionListItem> Executions, string? NextToken);

internal sealed record ExecutionListItem
{
    public required string ExecutionArn { get; init; }

    public required string StateMachineArn { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset StartDate { get; init; }

    public DateTimeOffset? StopDate { get; init; }

    public int RedriveCount { get; init; }

    public DateTimeOffset? RedriveDate { get; init; }
}

/// <summary>ListExecutions.</summary>
internal sealed class ListExecutions(Store store)
{
    /// <summary>A state machine's executions, the last one first.</summary>
    public ListExecutionsResponse Run(ListExecutionsRequest request, AwsRequest aws)
    {
        new Constraints()
            .Length("stateMachineArn", request.StateMachineArn, 1, 256)
            .OneOf("statusFilter", request.StatusFilter, "SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING")
            .OneOf("redriveFilter", request.RedriveFilter, "REDRIVEN", "NOT_REDRIVEN")
            .Page(request.MaxResults, request.NextToken, longestToken: 3096)
            .Check();
        if (request.MapRunArn is not null)
        {
            throw StepFunctionsErrors.Validation("LocalAws runs inline Map states: mapRunArn is not supported");
        }

        if (request.StateMachineArn is null)
        {
            throw StepFunctionsErrors.Validation("Must specify either a stateMachineArn or a mapRunArn");
        }

        var machine = store.GetMachine(request.StateMachineArn);
        var executions = store.ExecutionsOf(machine.Arn).Where(one => Takes(request, one));
        var page = Pages.Of(executions, one => one.Name, request.MaxResults, request.NextToken);
        return new ListExecutionsResponse([.. page.Items.Select(one => one.Read(Describe))], page.NextToken);
    }

    private static bool Takes(ListExecutionsRequest request, Execution execution) =>
        (request.StatusFilter ?? execution.Status) == execution.Status
        && (request.RedriveFilter is null || request.RedriveFilter == "REDRIVEN" == execution.RedriveCount > 0);

    private static ExecutionListItem Describe(Execution execution) => new()
    {
        ExecutionArn = execution.Arn,
        StateMachineArn = execution.Machine.Arn,
        Name = execution.Name,
        Status = execution.Status,
        StartDate = execution.StartDate,
        StopDate = execution.StopDate,
        RedriveCount = execution.RedriveCount,
        RedriveDate = execution.RedriveDate,
    };
}
