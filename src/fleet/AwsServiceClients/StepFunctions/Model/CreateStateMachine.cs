using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Creates a state machine; asked the same again, it answers the same.</summary>
public class CreateStateMachineRequest : AmazonStepFunctionsRequest
{
    /// <summary>The definition in the Amazon States Language; required.</summary>
    public string Definition { get; set; }

    /// <summary>What of its executions is logged, and where; null means nothing is.</summary>
    public LoggingConfiguration LoggingConfiguration { get; set; }

    /// <summary>The name, from 1 to 80 characters; required.</summary>
    public string Name { get; set; }

    /// <summary>The role that its executions act in; required.</summary>
    public string RoleArn { get; set; }

    /// <summary>The tags to put on it.</summary>
    public List<Tag> Tags { get; set; }

    /// <summary>Whether X-Ray traces its executions; null means no.</summary>
    public TracingConfiguration TracingConfiguration { get; set; }

    /// <summary>The type; null means standard.</summary>
    public StateMachineType Type { get; set; }
}

/// <summary>The state machine that was created.</summary>
public class CreateStateMachineResponse : AmazonWebServiceResponse
{
    /// <summary>When it was created.</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>The state machine's ARN.</summary>
    public string StateMachineArn { get; set; }
}

/// <summary>What of executions is logged, and where.</summary>
public class LoggingConfiguration
{
    /// <summary>Where to; exactly one unless the level is off.</summary>
    public List<LogDestination> Destinations { get; set; }

    /// <summary>Whether inputs and outputs are logged.</summary>
    public bool? IncludeExecutionData { get; set; }

    /// <summary>Which events are logged.</summary>
    public LogLevel Level { get; set; }
}

/// <summary>Where executions are logged to.</summary>
public class LogDestination
{
    /// <summary>A group of CloudWatch Logs.</summary>
    public CloudWatchLogsLogGroup CloudWatchLogsLogGroup { get; set; }
}

/// <summary>A group of CloudWatch Logs.</summary>
public class CloudWatchLogsLogGroup
{
    /// <summary>The group's ARN, which ends in <c>:*</c>.</summary>
    public string LogGroupArn { get; set; }
}

/// <summary>Whether X-Ray traces executions.</summary>
public class TracingConfiguration
{
    /// <summary>Whether it does.</summary>
    public bool? Enabled { get; set; }
}
