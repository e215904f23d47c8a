using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Lists the state machines, one page at a time.</summary>
public class ListStateMachinesRequest : AmazonStepFunctionsRequest
{
    /// <summary>The size of a page, from 1 to 1000; null means 100.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Continues from where the previous page ended.</summary>
    public string NextToken { get; set; }
}

/// <summary>A page of state machines.</summary>
public class ListStateMachinesResponse : AmazonWebServiceResponse
{
    /// <summary>Asks for the next page; null on the last one.</summary>
    public string NextToken { get; set; }

    /// <summary>The state machines; null when the answer has none.</summary>
    public List<StateMachineListItem> StateMachines { get; set; }
}

/// <summary>A state machine in a listing.</summary>
public class StateMachineListItem
{
    /// <summary>When it was created.</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>The state machine's ARN.</summary>
    public string StateMachineArn { get; set; }

    /// <summary>The type.</summary>
    public StateMachineType Type { get; set; }
}
