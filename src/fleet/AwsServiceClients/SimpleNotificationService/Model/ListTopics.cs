using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks for a page of topics.</summary>
public class ListTopicsRequest : AmazonSimpleNotificationServiceRequest
{
    /// <summary>Where the page begins; null for the first.</summary>
    public string NextToken { get; set; }
}

/// <summary>A page of topics.</summary>
public class ListTopicsResponse : AmazonWebServiceResponse
{
    /// <summary>Where the next page begins; null after the last.</summary>
    public string NextToken { get; set; }

    /// <summary>The topics.</summary>
    public List<Topic> Topics { get; set; }
}

/// <summary>A topic in a list.</summary>
public class Topic
{
    /// <summary>Its ARN.</summary>
    public string TopicArn { get; set; }
}
