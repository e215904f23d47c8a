using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Reads what has happened in an execution, one page at a time.</summary>
public class GetExecutionHistoryRequest : AmazonStepFunctionsRequest
{
    /// <summary>The execution's ARN; required.</summary>
    public string ExecutionArn { get; set; }

    /// <summary>Whether inputs and outputs are shown; null means they are.</summary>
    public bool? IncludeExecutionData { get; set; }

    /// <summary>The size of a page, from 1 to 1000; null means 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Continues from where the previous page ended.</summary>
    public string NextToken { get; set; }

    /// <summary>Whether the last event comes first.</summary>
    public bool? ReverseOrder { get; set; }
}

/// <summary>A page of events.</summary>
public class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    /// <summary>The events; null when the answer has none.</summary>
    public List<HistoryEvent> Events { get; set; }

    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }
}
