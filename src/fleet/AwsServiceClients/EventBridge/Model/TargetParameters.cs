namespace Amazon.EventBridge.Model;

/// <summary>What an AppSync target runs.</summary>
public class AppSyncParameters
{
    /// <summary>The GraphQL operation.</summary>
    public string GraphQLOperation { get; set; }
}

/// <summary>Parts of the HTTP request to an API destination.</summary>
public class HttpParameters
{
    /// <summary>Headers by name.</summary>
    public Dictionary<string, string> HeaderParameters { get; set; }

    /// <summary>What replaces the wildcards of the endpoint's path, in order.</summary>
    public List<string> PathParameterValues { get; set; }

    /// <summary>Query parameters by name.</summary>
    public Dictionary<string, string> QueryStringParameters { get; set; }
}

/// <summary>How a Kinesis target partitions.</summary>
public class KinesisParameters
{
    /// <summary>The JSONPath of the partition key; required.</summary>
    public string PartitionKeyPath { get; set; }
}

/// <summary>Where a Run Command target runs.</summary>
public class RunCommandParameters
{
    /// <summary>The instances, up to one criterion; required.</summary>
    public List<RunCommandTarget> RunCommandTargets { get; set; }
}

/// <summary>A criterion that chooses instances.</summary>
public class RunCommandTarget
{
    /// <summary><c>InstanceIds</c> or <c>tag:</c> and a tag key; required.</summary>
    public string Key { get; set; }

    /// <summary>The instances' ids or the tag's values; required.</summary>
    public List<string> Values { get; set; }
}

/// <summary>How an SQS target sends.</summary>
public class SqsParameters
{
    /// <summary>The message group, for a FIFO queue.</summary>
    public string MessageGroupId { get; set; }
}
