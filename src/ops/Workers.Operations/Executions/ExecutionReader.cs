using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Operations.Executions;

/// <summary>Finds and reads executions of the fleet's state machine.</summary>
internal sealed class ExecutionReader(FleetAccess fleet)
{
    /// <summary>Step Functions' limit of a page.</summary>
    public const int Page = 1000;

    private string? _machineArn;

    private IAmazonStepFunctions States => fleet.Aws.StepFunctions;

    private string MachineName => fleet.Naming.NameOf(Topology.OrderWorkflow.Name);

    /// <summary>The latest executions, the newest first.</summary>
    /// <param name="status">Only those that stand so; null means all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <exception cref="OperationFailedException">There is no such state machine.</exception>
    public async Task<ExecutionList> ListAsync(string? status, int most, CancellationToken cancellationToken)
    {
        var request = new ListExecutionsRequest
        {
            StateMachineArn = await MachineArnAsync(cancellationToken),
            StatusFilter = status,
            MaxResults = Math.Min(most, Page),
        };
        var found = new List<ExecutionListItem>();
        do
        {
            var page = await States.ListExecutionsAsync(request, cancellationToken);
            found.AddRange(page.Executions ?? []);
            request.NextToken = page.NextToken;
        }
        while (found.Count < most && !string.IsNullOrEmpty(request.NextToken));

        return new([.. found.Take(most)], IsWhole: found.Count <= most && string.IsNullOrEmpty(request.NextToken));
    }

    /// <summary>The execution of an order, or of an ARN.</summary>
    /// <exception cref="OperationFailedException">There is none.</exception>
    /// <exception cref="InvalidArnException">It is the ARN of no execution.</exception>
    public async Task<ExecutionView> FindAsync(string orderOrArn, CancellationToken cancellationToken)
    {
        var arn = orderOrArn.StartsWith("arn:", StringComparison.Ordinal) ? orderOrArn : await LeaderAsync(orderOrArn, cancellationToken);
        if (arn is null)
        {
            throw new OperationFailedException(
                $"No execution leads the order {orderOrArn} {fleet.Target}: it is unknown here, or choreographed; `orders show` knows.");
        }

        return await DescribeAsync(arn, cancellationToken) ?? throw new OperationFailedException(
            $"There is no execution {arn} {fleet.Target}. Step Functions forgets one 90 days after its end.");
    }

    /// <summary>The ARN of the execution that leads an order, or has led it; null where none does.</summary>
    public async Task<string?> LeaderAsync(string orderId, CancellationToken cancellationToken)
    {
        var key = new Dictionary<string, AttributeValue> { [OrderWorkflowColumns.OrderId] = new() { S = orderId } };
        var row = await fleet.Tables.FindAsync(Topology.OrderWorkflowsTable, key, cancellationToken);
        return row?.GetValueOrDefault(OrderWorkflowColumns.ExecutionArn)?.S;
    }

    /// <summary>An execution; null where Step Functions knows none, or none any more.</summary>
    /// <exception cref="InvalidArnException">It is the ARN of no execution.</exception>
    public async Task<ExecutionView?> DescribeAsync(string arn, CancellationToken cancellationToken)
    {
        try
        {
            var described = await States.DescribeExecutionAsync(new() { ExecutionArn = arn }, cancellationToken);
            return new(
                arn,
                ExecutionInput.OrderIdOf(described.Input),
                described.Status.Value,
                described.StartDate!.Value,
                described.StopDate,
                described.RedriveCount ?? 0,
                described.Error,
                described.Cause);
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>All of an execution's history, oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = Page };
        var events = new List<HistoryEvent>();
        do
        {
            var page = await States.GetExecutionHistoryAsync(request, cancellationToken);
            events.AddRange(page.Events ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return events;
    }

    /// <summary>The ARN of the execution of a name.</summary>
    /// <exception cref="OperationFailedException">There is no such state machine.</exception>
    public async Task<string> ArnOfAsync(string name, CancellationToken cancellationToken) =>
        $"{(await MachineArnAsync(cancellationToken)).Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";

    private async Task<string> MachineArnAsync(CancellationToken cancellationToken)
    {
        if (_machineArn is not null)
        {
            return _machineArn;
        }

        var request = new ListStateMachinesRequest { MaxResults = Page };
        do
        {
            var page = await States.ListStateMachinesAsync(request, cancellationToken);
            if ((page.StateMachines ?? []).Find(machine => machine.Name == MachineName) is { } found)
            {
                return _machineArn = found.StateMachineArn;
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        throw new OperationFailedException(
            $"State machine {MachineName} does not exist {fleet.Target}: apply the topology there, or look at --prefix.");
    }
}

/// <summary>Executions as Step Functions lists them, the newest first.</summary>
/// <param name="Executions">The executions.</param>
/// <param name="IsWhole">Whether there are no others.</param>
internal sealed record ExecutionList(IReadOnlyList<ExecutionListItem> Executions, bool IsWhole);

/// <summary>An execution.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="OrderId">The order that it was started for; null where its input names none.</param>
/// <param name="Status">How it stands, in Step Functions' words.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Redrives">How often it was redriven.</param>
/// <param name="Error">The error by which it ended without success.</param>
/// <param name="Cause">Why.</param>
internal sealed record ExecutionView(
    string ExecutionArn,
    string? OrderId,
    string Status,
    DateTime StartedAt,
    DateTime? EndedAt,
    int Redrives,
    string? Error,
    string? Cause);
