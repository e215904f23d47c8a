using Workers.Engine.Settling;

namespace Workers.Tests.Engine;

public sealed class WhenADeleteIsConfirmed
{
    private const string Message = "message-1";
    private readonly UnconfirmedDeletes _deletes = new(capacity: 10);

    [Fact]
    public void The_message_is_forgotten()
    {
        _deletes.Add(Message);

        _deletes.Confirm(Message);

        Assert.False(_deletes.Contains(Message));
    }

    [Fact]
    public void It_is_remembered_while_another_delete_of_it_is_open()
    {
        _deletes.Add(Message);
        _deletes.Add(Message);

        _deletes.Confirm(Message);

        Assert.True(_deletes.Contains(Message));
    }

    [Fact]
    public void The_last_of_its_deletes_lets_it_be_forgotten()
    {
        _deletes.Add(Message);
        _deletes.Add(Message);

        _deletes.Confirm(Message);
        _deletes.Confirm(Message);

        Assert.False(_deletes.Contains(Message));
    }

    [Fact]
    public void Others_have_not_pushed_it_out_before_there_are_as_many_as_may_be_remembered()
    {
        _deletes.Add(Message);

        for (var other = 2; other <= 10; other++)
        {
            _deletes.Add($"message-{other}");
        }

        Assert.True(_deletes.Contains(Message));
        Assert.True(_deletes.Contains("message-10"));
    }
}
